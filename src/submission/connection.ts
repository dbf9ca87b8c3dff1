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

  private constructor(plan: RegisteredPlan) {
    this.#plan = plan;
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
    return { kind: 'connected', connection: new PlanConnection(plan) };
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

  /** Address of a path at the endpoint. */
  resource(path: string): string {
    return new URL(path, `${this.#plan.endpoint}/`).href;
  }
}
