import { demoDirectory } from '../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../src/intake/identity/directory-file.ts';
import { hashPassword } from '../../src/intake/identity/passwords.ts';
import { sampleProfile } from '../submission/connections.ts';

/** Client credentials of a system of the plan's own staff. */
export const planSystem = { clientId: 'plan-claims-system', clientSecret: 'a secret of the plan' };

/** The demo directory with that system. @param plans whose staff it is of; the sample plan's where not said */
export async function directoryWithPlanSystem(plans: readonly string[] = [sampleProfile.id]): Promise<FixedDirectory> {
  const secretHash = await hashPassword(planSystem.clientSecret);
  return new FixedDirectory({
    organisations: [
      ...demoDirectory.organisations,
      { kind: 'plan', id: 'plan-staff', name: 'Sample Health Plan', plans: [...plans] },
    ],
    accounts: [],
    machines: [...demoDirectory.machines, { clientId: planSystem.clientId, organisation: 'plan-staff', secretHash }],
  });
}
