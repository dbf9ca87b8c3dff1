import type { DiagnosisList } from '../guidance/diagnosis-list.ts';
import type { DiagnosisListReference } from '../plan/diagnosis-lists.ts';
import type { PublicKey } from '../plan/keys.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { registeredPlan, verifyRegistry, type RegisteredPlan, type RegistryRefusal } from '../plan/registry.ts';

/** Outcome of {@link PlanConnection.open}. */
export type ConnectionOutcome =
  | { readonly kind: 'connected'; readonly connection: PlanConnection }
  /** The registry is not trusted, or does not list the plan: nothing may be sent. */
  | { readonly kind: 'refused'; readonly reason: RegistryRefusal | 'unknownPlan' };

/**
 * Where a plan's submissions go, and whom to believe there (decision 10). Every sending function asks for one of
 * these, and there is one way to get it: from a registry whose signature has just been verified. The private field
 * makes the class nominal, so that no object put together from a workbook's contents can stand in for it.
 */
export class PlanConnection {
  readonly #plan: RegisteredPlan;
  readonly #lists: readonly DiagnosisList[];

  private constructor(plan: RegisteredPlan, lists: readonly DiagnosisList[]) {
    this.#plan = plan;
    this.#lists = lists;
  }

  /**
   * Verifies a plan registry and connects to one of its plans.
   *
   * @param registry compact JWS, as served from the pane's own origin.
   * @param key the registry's key that is built into the pane.
   * @param planId the plan that the workbook names.
   */
  static async open(registry: string, key: PublicKey, planId: string, now: Date): Promise<ConnectionOutcome> {
    const verified = await verifyRegistry(registry, key, now);
    if (verified.kind === 'refused') return verified;
    const plan = registeredPlan(verified.registry, planId);
    if (plan === null) return { kind: 'refused', reason: 'unknownPlan' };
    return { kind: 'connected', connection: new PlanConnection(plan, []) };
  }

  get planId(): string {
    return this.#plan.profile.id;
  }

  /** The plan's present profile. */
  get profile(): PlanProfile {
    return this.#plan.profile;
  }

  /** Origin of the endpoint. */
  get endpoint(): string {
    return this.#plan.endpoint;
  }

  /** OpenID Connect issuer of the people who send. */
  get issuer(): string {
    return this.#plan.issuer;
  }

  /** Every origin that is called for this plan: endpoint and issuer, and where the issuer exchanges codes. */
  get origins(): readonly string[] {
    const { endpoint, issuer, issuerOrigins = [] } = this.#plan;
    return [endpoint, new URL(issuer).origin, ...issuerOrigins];
  }

  /** Client of the pane at the issuer. */
  get clientId(): string {
    return this.#plan.clientId;
  }

  /** `resource` that an access token is asked for. */
  get audience(): string {
    return this.#plan.audience;
  }

  /** Keys whose signature makes a receipt. */
  get receiptKeys(): readonly PublicKey[] {
    return this.#plan.receiptKeys;
  }

  /** Lists of ICD-10-CM that the plan checks with and that are not loaded here. */
  get missingDiagnosisLists(): readonly DiagnosisListReference[] {
    return this.#references.filter(({ fiscalYear }) => !this.#has(fiscalYear));
  }

  /** Those that are loaded, as references. */
  get checkedDiagnosisLists(): readonly DiagnosisListReference[] {
    return this.#references.filter(({ fiscalYear }) => this.#has(fiscalYear));
  }

  /** Those that are loaded. */
  get diagnosisLists(): readonly DiagnosisList[] {
    return this.#lists;
  }

  /** The same connection with more of the plan's lists, each of which has been verified against its reference. */
  withDiagnosisLists(lists: readonly DiagnosisList[]): PlanConnection {
    const fresh = lists.filter(({ fiscalYear }) => !this.#has(fiscalYear));
    return fresh.length === 0 ? this : new PlanConnection(this.#plan, [...this.#lists, ...fresh]);
  }

  get #references(): readonly DiagnosisListReference[] {
    return this.#plan.diagnosisLists ?? [];
  }

  #has(fiscalYear: number): boolean {
    return this.#lists.some((list) => list.fiscalYear === fiscalYear);
  }

  /** Address of a path at the endpoint. */
  resource(path: string): string {
    return new URL(path, `${this.#plan.endpoint}/`).href;
  }
}
