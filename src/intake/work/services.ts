import { createHmac, createSecretKey } from 'node:crypto';
import { serviceIdentityOf } from '../../guidance/service-identity.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { readAccepted } from './read-envelope.ts';

/** A line whose service can be read. */
export interface ServiceLine {
  /** Place in the envelope. */
  readonly line: number;
  /** Place of its invoice in the submission. */
  readonly ordinal: number;
  /** Keyed hash of the service. */
  readonly hash: string;
}

/** 128 bits: services of one plan by the thousand million do not meet by chance. */
const hashDigits = 32;

/** The services of an accepted envelope, under which others find them. */
export function servicesOf(body: Uint8Array, serviceHashKey: Uint8Array): readonly ServiceLine[] {
  const { planId, lines } = readAccepted(body);
  const key = createSecretKey(serviceHashKey);
  return groupInvoices(lines.map(({ values }) => values)).flatMap((invoice, ordinal) =>
    invoice.lines.flatMap((line) => {
      const values = lines[line]?.values;
      const identity = values === undefined ? null : serviceIdentityOf(values);
      if (identity === null) return [];
      const digest = createHmac('sha256', key).update(`${planId}|${identity}`).digest('hex');
      return [{ line, ordinal, hash: digest.slice(0, hashDigits) }];
    }),
  );
}
