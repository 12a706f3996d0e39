"""Static files under names that carry a hash of their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    # The rich-text editor's modules import one another by relative path; the hash of each must be in the other.
    support_js_module_import_aggregation = True
