import type { PaneState } from './pane-state.ts';
import type { Plan } from './plans.ts';

/** What the open workbook is to the pane, and to the plans that it knows. */
export type Standing =
  | { readonly kind: 'unread' }
  | { readonly kind: 'noTemplate' }
  /** A template of a plan that is not in the registry: nothing can be checked or sent. */
  | { readonly kind: 'unknownPlan' }
  | {
      readonly kind: 'template';
      readonly plan: Plan;
      readonly layoutVersion: number;
      /** The stored plan data do not agree with themselves: nothing is sent. */
      readonly altered: boolean;
      /** The plan has a newer profile than the workbook. */
      readonly older: boolean;
    };

/** Works out {@link Standing} from what was read. */
export function standingOf({ workbook, plans }: Pick<PaneState, 'workbook' | 'plans'>): Standing {
  if (workbook === null || plans.kind !== 'known') return { kind: 'unread' };
  if (workbook.kind === 'none') return { kind: 'noTemplate' };
  const plan = plans.plans.find(({ profile }) => profile.id === workbook.planId);
  if (plan === undefined) return { kind: 'unknownPlan' };
  return {
    kind: 'template',
    plan,
    layoutVersion: workbook.layoutVersion,
    altered: !workbook.untouched,
    older: workbook.profileVersion < plan.profile.version,
  };
}
