/**
 * Amounts, dates and times as the screens show them. Dates are month first in every language, as on the sheets, in the
 * guidance and on Medi-Cal cards: 11/02/2026 must never be read as the eleventh of February.
 */

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

const dateAndTime = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
  minute: '2-digit',
});

/** `$1,234.50` */
export function moneyText(cents: number): string {
  return dollars.format(cents / 100);
}

/** `11/02/2026, 9:14 AM`, in the computer's own time zone. Blank for a date that is none. */
export function timeText(instant: Date): string {
  if (Number.isNaN(instant.getTime())) return '';
  return dateAndTime.format(instant).replace(/\u202f/g, ' ');
}

/** `11/02/2026` of a civil date `2026-11-02`; any other text as it is. */
export function dateText(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  return match === null ? isoDate : `${match[2] ?? ''}/${match[3] ?? ''}/${match[1] ?? ''}`;
}
