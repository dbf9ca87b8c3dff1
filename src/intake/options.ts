import type { EncounterSettings } from '../encounter/settings.ts';
import type { DiagnosisList } from '../guidance/diagnosis-list.ts';
import type { PublicKey } from '../plan/keys.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { AddIn } from '../xlsx/template-file.ts';
import type { LogTarget } from './http/log.ts';
import type { Directory } from './identity/directory.ts';
import type { Role } from './identity/roles.ts';
import type { DatabaseAddress } from './store/database-address.ts';

/** The present instant; replaced by tests. */
export type Clock = () => Date;

/** Tokens of an OpenID Connect issuer of the plan's own, in place of the embedded one. */
export interface ExternalIssuer {
  /** Issuer identifier; its discovery document names its keys. */
  readonly issuer: string;
  /** Audience that its access tokens carry for this endpoint. */
  readonly audience: string;
  /** Claim that holds the id of the submitter's organisation, as the directory lists it. */
  readonly organisationClaim: string;
  /** Claim that holds a person's role, or a list of them. */
  readonly roleClaim: string;
  /** What the issuer calls roles of ours, where it does not call them as we do. */
  readonly roleNames: ReadonlyMap<string, Role>;
  /** Client of the pane at that issuer. */
  readonly clientId: string;
}

/** Who signs in here. */
export type IdentityOptions =
  /** Public passwords: refused unless bound to loopback. */
  | { readonly kind: 'demo' }
  /** The embedded issuer with the accounts of a directory, or with those that are kept in the database. */
  | { readonly kind: 'embedded'; readonly directory: Directory | 'stored' }
  /** The plan's own issuer; the directory lists organisations. */
  | { readonly kind: 'external'; readonly directory: Directory | 'stored'; readonly issuer: ExternalIssuer };

/** What TLS needs, as PEM. */
export interface TlsFiles {
  /** The certificate, and those between it and a root. */
  readonly certificate: string;
  readonly key: string;
}

/** Where providers put files for the endpoint, by whichever program the plan lets them in with. */
export interface DropBoxOptions {
  /** A folder for each provider, by the id of its organisation, made by the plan. */
  readonly folder: string;
  /**
   * Seconds for which a file has to have been at rest: programs like OpenSSH's write it where it stays, while it is
   * under way. 0 where files appear whole.
   */
  readonly restSeconds: number;
}

/** How an endpoint is started. */
export interface EndpointOptions {
  /** Keys, and the database where no address of one is given; made where missing. */
  readonly stateDirectory: string;
  /** A PostgreSQL database, which several endpoints with the same keys may share. */
  readonly database?: DatabaseAddress;
  /** The plans whose invoices are taken. */
  readonly plans: readonly PlanProfile[];
  /** Lists of ICD-10-CM by the id of the plan that loaded them; none where not said. */
  readonly diagnosisLists?: ReadonlyMap<string, readonly DiagnosisList[]>;
  /** How plans hand their encounters on, by the id of the plan; the defaults where not said: test files only. */
  readonly encounterSettings?: ReadonlyMap<string, EncounterSettings>;
  readonly identity: IdentityOptions;
  /** Address to listen on; 127.0.0.1 where not said. */
  readonly host?: string;
  /** Port to listen on; 0, any free one, where not said. */
  readonly port?: number;
  /** Origin under which people reach the endpoint (`https://…`); where it listens, where not said. */
  readonly publicUrl?: string;
  /** Certificate and key, where the endpoint ends TLS itself. */
  readonly tls?: TlsFiles;
  /** Whether a proxy stands before the endpoint and ends TLS; it says whom it asks for. False where not said. */
  readonly behindProxy?: boolean;
  /** Origins whose pages may call the endpoint: where panes are served. */
  readonly paneOrigins?: readonly string[];
  /** Pages of the panes to which a sign-in returns. */
  readonly redirectUris?: readonly string[];
  /** Token with which metrics may be read; without one they can be read on an endpoint that only this computer reaches. */
  readonly metricsToken?: string;
  /** Private keys of sealed packages, in the age format; none are opened where not said. */
  readonly packageKeys?: readonly string[];
  /** Where providers put files, by SFTP for example; nowhere where not said. */
  readonly dropBoxes?: DropBoxOptions;
  /** Threads that read large submissions, and as many that check them; 1 where not said. */
  readonly threads?: number;
  /** Whether this process checks what was received, or leaves it to others that share the store; true where not said. */
  readonly checks?: boolean;
  /** Requests that one address may make in a minute; 1,200 where not said. */
  readonly requestsPerMinute?: number;
  /** The add-in whose pane opens with an error workbook; none where not said. */
  readonly addIn?: AddIn;
  readonly clock?: Clock;
  /** Standard error where not said. */
  readonly log?: LogTarget;
}

/** What a plan registry says of an endpoint, beside the plan's profile: all public. */
export interface EndpointFacts {
  /** Origin of the endpoint. */
  readonly endpoint: string;
  readonly issuer: string;
  /** Client of the pane at the issuer. */
  readonly clientId: string;
  /** `resource` that an access token is asked for, and its audience. */
  readonly audience: string;
  /** Public keys of receipts (ES256, with `kid`). */
  readonly receiptKeys: PublicKey[];
}

/** Options that do not go together. The message is for the person who runs the endpoint. */
export class OptionsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OptionsError';
  }
}

/** Whether only this computer reaches the host name or address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
