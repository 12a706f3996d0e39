"""What a host has to be told beside the files: moves, what is withdrawn, types and headers; in the words of three."""

import re

from authors.languages import codes

POLICY = "Content-Security-Policy"
# Of our answers' headers those that hold on any host: not what belongs to the connection, the address or one page.
SAID = (
    "Cache-Control",
    POLICY,
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
)


def redirects(moved, withdrawn):
    """Return `_redirects`, as Netlify and Cloudflare read it: (path, new path) pairs and (path, whole) pairs."""
    lines = [f"{old}* {new}:splat 301" for old, new in moved]
    # The first rule that fits is taken: what stands at one address goes before what stands below one.
    ordered = sorted(withdrawn, key=lambda one: one[1])
    lines += [f"{path}{'*' if whole else ''} {path} 410" for path, whole in ordered]
    return "".join(f"{line}\n" for line in lines)


def headers_of(said):
    """Return those of a page's headers, (name, value) pairs, that hold everywhere: a dict, in an order that stays."""
    kept = {name: value for name, value in said if name in SAID}
    kept[POLICY] = "; ".join(sorted(kept[POLICY].split("; ")))
    return kept


def headers(said, special, types):
    """Return `_headers`, as Netlify and Cloudflare read it.

    ``said`` maps names to values for all answers, ``special`` the beginnings of addresses to what they say instead;
    ``types`` maps addresses, or ``/*`` and their ends, to media types.
    """
    blocks = {"/*": [f"{name}: {value}" for name, value in said.items()]}
    for start, instead in special.items():
        # A host joins what several blocks say under one name: what was said for all is taken back first.
        taken_back = [f"! {name}" for name in instead if name in said]
        blocks[f"{start}*"] = [*taken_back, *(f"{name}: {value}" for name, value in instead.items())]
    blocks |= {address: [f"Content-Type: {kind}"] for address, kind in types.items()}
    return "".join(f"{address}\n" + "".join(f"  {line}\n" for line in lines) for address, lines in blocks.items())


def nginx(moved, withdrawn, said, special, types):
    """Return lines for nginx: a file to be included in the `server` block whose `root` is the mirror."""
    lines = ["# Written by `manage.py export_site`. With ngx_brotli, say `brotli_static on;` beside the include."]
    lines += ["gzip_static on;", "gzip_vary on;", "charset utf-8;", "index index.html;", *_added(said)]
    lines += [f"rewrite {_quoted(f'^{old}(.*)$')} {new}$1 permanent;" for old, new in moved]
    lines += [_gone(path, whole) for path, whole in withdrawn]
    lines += [_typed(address, kind) for address, kind in types.items()]
    lines += [f"location ^~ {start} {{ {' '.join(_added(said | instead))} }}" for start, instead in special.items()]
    return "".join(f"{line}\n" for line in [*lines, *REST])


def _added(said):
    return [f"add_header {name} {_quoted(value)} always;" for name, value in said.items()]


def _gone(path, whole):
    return f"location {'~ ^' if whole else '= '}{path} {{ error_page 410 @gone; return 410; }}"


def _typed(address, kind):
    match = f'~ "{re.escape(address[2:])}$"' if address.startswith("/*") else f"= {address}"
    return f"location {match} {{ types {{ }} default_type {_quoted(kind)}; }}"


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# The later parts of lists are asked for by a parameter, which alone decides which file it is. A file of rules is none
# of the mirror's pages.
CURSOR = r"^[0-9]+(T[0-9]+\.[0-9]+Z-[0-9]+)?$"
REST = f"""\
location @gone {{ try_files ${{uri}}index.html =410; }}
location ~ "^/_" {{ return 404; }}
location ~ "^/.*/$" {{
    if ($arg_after ~ "{CURSOR}") {{ rewrite "^(.*)$" "$1after/$arg_after/index.html" break; }}
}}
error_page 404 @lost;
location @lost {{
    rewrite "^/({"|".join(codes())})/" /$1/404.html break;
    rewrite "^" /404.html break;
}}
""".splitlines()
