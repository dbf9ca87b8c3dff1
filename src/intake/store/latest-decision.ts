import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from './schema.ts';

/** The condition that a decision is the one that stands on an invoice: of several it is the latest. */
export function isLatestDecision(where: ExpressionBuilder<Tables, 'invoice' | 'adjudication'>): Expression<SqlBool> {
  return where.and([
    where('adjudication.submission_id', '=', where.ref('invoice.submission_id')),
    where('adjudication.ordinal', '=', where.ref('invoice.ordinal')),
    where(
      'adjudication.audit_sequence',
      '=',
      where
        .selectFrom('adjudication as later')
        .select((later) => later.fn.max('later.audit_sequence').as('sequence'))
        .whereRef('later.submission_id', '=', 'invoice.submission_id')
        .whereRef('later.ordinal', '=', 'invoice.ordinal'),
    ),
  ]);
}
