import type { Member, ProviderSetup, Purpose } from '../../workbook/model.ts';

/** A member under edit. */
export interface MemberForm {
  /** CIN of the member on the roster; null for a new one. */
  readonly original: string | null;
  readonly draft: Member;
  /** Saves so far: after the first one what is missing is said too. */
  readonly tries: number;
}

/** The step Set up. */
export interface SetUpState {
  readonly view: 'provider' | 'members';
  /** Edits that are not in the workbook yet; null where there are none. */
  readonly draft: ProviderSetup | null;
  /** Saves so far: after the first one what is missing is said too. */
  readonly tries: number;
  readonly member: MemberForm | null;
}

export const initialSetUp: SetUpState = { view: 'provider', draft: null, tries: 0, member: null };

/** What happens on the step Set up. */
export type SetUpEvent =
  | { readonly type: 'setUpViewChosen'; readonly view: SetUpState['view'] }
  | { readonly type: 'setupEdited'; readonly draft: ProviderSetup }
  | { readonly type: 'setupSaved' }
  | { readonly type: 'setupDiscarded' }
  /** Setup was given another purpose in the workbook: a draft takes it over. */
  | { readonly type: 'setupPurposeChanged'; readonly purpose: Purpose; readonly concerns: readonly string[] }
  | { readonly type: 'memberOpened'; readonly original: string | null; readonly draft: Member }
  | { readonly type: 'memberEdited'; readonly draft: Member }
  | { readonly type: 'memberSaved'; readonly problems: number }
  | { readonly type: 'memberTried' }
  | { readonly type: 'memberClosed' };

/** The step after an event. */
export function reduceSetUp(state: SetUpState, event: SetUpEvent): SetUpState {
  switch (event.type) {
    case 'setUpViewChosen':
      return { ...state, view: event.view };
    case 'setupEdited':
      return { ...state, draft: event.draft };
    case 'setupSaved':
      return { ...state, draft: null, tries: state.tries + 1 };
    case 'setupDiscarded':
      return { ...state, draft: null, tries: 0 };
    case 'setupPurposeChanged': {
      const { concerns, purpose } = event;
      return state.draft === null ? state : { ...state, draft: { ...state.draft, concerns, purpose } };
    }
    case 'memberOpened':
      return { ...state, view: 'members', member: { original: event.original, draft: event.draft, tries: 0 } };
    case 'memberEdited':
      return state.member === null ? state : { ...state, member: { ...state.member, draft: event.draft } };
    case 'memberSaved':
      // A form with problems stays open, so that they can be mended where they are said.
      return state.member === null || event.problems === 0
        ? { ...state, member: null }
        : {
            ...state,
            member: { ...state.member, original: state.member.draft.memberCin, tries: state.member.tries + 1 },
          };
    case 'memberTried':
      return state.member === null ? state : { ...state, member: { ...state.member, tries: state.member.tries + 1 } };
    case 'memberClosed':
      return { ...state, member: null };
  }
}
