// Moments in the reader's own time zone; the page gives them in UTC.
"use strict";

const language = document.documentElement.lang;
const isToday = (moment) => moment.toDateString() === new Date().toDateString();

/** Return an ISO 8601 moment as the time of today, or with its date. */
export function clock(at) {
  const moment = new Date(at);
  const day = isToday(moment) ? {} : { day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(language, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
}

/** Write every moment of the page that way. */
export function showClocks() {
  for (const element of document.querySelectorAll("time[data-clock]")) element.textContent = clock(element.dateTime);
}
