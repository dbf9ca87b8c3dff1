import { layoutVersion } from '../../workbook/layout-version.ts';
import type { PaneState } from './pane-state.ts';
import type { Plan } from './plans.ts';

/** What the open workbook is to the pane, and to the plans that it knows. */
export type Standing =
  | { readonly kind: 'unread' }
  | { readonly kind: 'noTemplate' }
  /** A template of a plan that is not in the registry: nothing can be checked or sent. */
  | { readonly kind: 'unknownPlan' }
  /**
   * A template of a later version of the product, or of a later profile than the registry has: this pane would misread
   * it, so it touches nothing.
   */
  | { readonly kind: 'newerTemplate'; readonly plan: Plan }
  | {
      readonly kind: 'template';
      readonly plan: Plan;
      /** The stored plan data do not agree with themselves: nothing is sent. */
      readonly altered: boolean;
      /** The plan has a newer profile than the workbook, or this pane a newer template: nothing is sent before it is updated. */
      readonly older: boolean;
    };

/** Works out {@link Standing} from what was read. */
export function standingOf({ workbook, plans }: Pick<PaneState, 'workbook' | 'plans'>): Standing {
  if (workbook === null || plans.kind !== 'known') return { kind: 'unread' };
  if (workbook.kind === 'none') return { kind: 'noTemplate' };
  const plan = plans.plans.find(({ profile }) => profile.id === workbook.planId);
  if (plan === undefined) return { kind: 'unknownPlan' };
  const altered = !workbook.untouched;
  const newer = workbook.layoutVersion > layoutVersion || workbook.profileVersion > plan.profile.version;
  // Numbers that somebody altered say nothing: putting the template back mends them.
  if (newer && !altered) return { kind: 'newerTemplate', plan };
  const older = workbook.layoutVersion < layoutVersion || workbook.profileVersion < plan.profile.version;
  return { kind: 'template', plan, altered, older };
}
