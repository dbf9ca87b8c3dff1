import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PlanProfile } from '../../plan/profile.ts';
import { useWords } from './pane-context.tsx';
import { Section } from './section.tsx';

/** Who helps (guidance, section 7). */
export function Support({ profile }: { readonly profile: PlanProfile }): ReactElement {
  const words = useWords();
  const { name, phone, email, hours } = profile.support;
  return (
    <Section title={words.common.support}>
      <address>
        {name}
        <br />
        <Link href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} inline>
          {phone}
        </Link>
        <br />
        <Link href={`mailto:${email}`} inline>
          {email}
        </Link>
        <br />
        {hours}
      </address>
    </Section>
  );
}
