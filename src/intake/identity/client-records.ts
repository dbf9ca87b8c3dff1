import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Directory } from './directory.ts';

/** The systems of a directory, as clients of the embedded issuer: looked up at each use, and never written by it. */
export class ClientRecords implements Adapter {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  async find(clientId: string): Promise<AdapterPayload | undefined> {
    const machine = await this.#directory.machine(clientId);
    if (machine === null) return undefined;
    return {
      client_id: machine.clientId,
      // Never compared: the issuer verifies the hash of the directory.
      client_secret: machine.secretHash,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }

  upsert(): Promise<void> {
    return refuse();
  }

  findByUid(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(): Promise<void> {
    return refuse();
  }

  destroy(): Promise<void> {
    return refuse();
  }

  revokeByGrantId(): Promise<void> {
    return refuse();
  }
}

/** Clients do not register by themselves. */
function refuse(): Promise<never> {
  return Promise.reject(new TypeError('Clients are listed in the directory only'));
}
