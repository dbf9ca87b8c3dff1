import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from './schema.ts';

/** What a caller sees of what there is. Every read for a caller goes through it. */
export type Reach =
  | { readonly of: 'provider'; readonly organisationId: string }
  /** Everything of the plans, that of their delegates' providers too. */
  | { readonly of: 'plan'; readonly plans: readonly string[] }
  /** What came from providers that the delegate looked after when they sent it. */
  | { readonly of: 'delegate'; readonly plans: readonly string[]; readonly delegateId: string };

/** Tables whose rows say whose they are. */
type Owned = 'submission' | 'invoice';

/** The condition that a row is within reach; nothing is where a plan is none. */
export function within<T extends Owned>(
  table: T,
  reach: Reach,
): (where: ExpressionBuilder<Tables, T>) => Expression<SqlBool> {
  return (rows) => {
    // The columns of both tables are the same; the builder's type cannot say that of a table that is a parameter.
    const where = rows as unknown as ExpressionBuilder<Tables, Owned>;
    const owner: Owned = table;
    switch (reach.of) {
      case 'provider':
        return where(`${owner}.organisation_id`, '=', reach.organisationId);
      case 'plan':
        return where(`${owner}.plan_id`, 'in', [...reach.plans]);
      case 'delegate':
        return where.and([
          where(`${owner}.plan_id`, 'in', [...reach.plans]),
          where(`${owner}.delegate_id`, '=', reach.delegateId),
        ]);
    }
  };
}
