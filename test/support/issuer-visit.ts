import { demoAccount } from '../../src/intake/identity/demo-directory.ts';

/**
 * A window of a browser at the plan's issuer: it follows redirects, keeps cookies, and fills in the issuer's form.
 *
 * @param home where the issuer sends people back to: the visit ends there
 * @returns goes to an address, and gives the one of `home` that it ends at
 */
export function issuerVisit(
  home: string,
  choice: 'sign-in' | 'cancel' = 'sign-in',
): (address: string) => Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (address: string, init: RequestInit = {}): Promise<string> => {
    if (address.startsWith(home)) return address;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return visit(new URL(location, address).href);
    const fields = { email: demoAccount.email, password: demoAccount.password, choice };
    return visit(address, { method: 'POST', body: new URLSearchParams(fields) });
  };
  return (address) => visit(address);
}
