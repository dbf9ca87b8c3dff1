import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { siteKeys } from '../../../workbook/geometry.ts';
import type { ProviderSetup, RenderingSite } from '../../../workbook/model.ts';
import { blankSite, siteFromBilling } from '../../state/blank.ts';
import type { SetupProblems } from '../../state/rules.ts';
import { Action, Actions } from '../actions.tsx';
import { ElementField } from '../forms/element-field.tsx';
import { useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  site: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    margin: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
});

/** Name of a site's form, for the ids of its fields. */
export const siteForm = (index: number): string => `site-${String(index)}`;

interface SitesPartProps {
  readonly setup: ProviderSetup;
  readonly problems: SetupProblems;
  readonly tried: boolean;
  readonly onChange: (change: Pick<ProviderSetup, 'sites'>) => void;
}

/** The rendering sites: one form at a time, and after a save also those that need attention. */
export function SitesPart({ setup, problems, tried, onChange }: SitesPartProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const { sites } = setup;
  const add = (site: RenderingSite): void => {
    onChange({ sites: [...sites, site] });
    setOpen(sites.length);
  };
  return (
    <Section title={words.setUp.sitesTitle} text={words.setUp.sitesText}>
      {sites.length === 0 ? <p>{words.setUp.noSites}</p> : null}
      <ul className={styles.list}>
        {sites.map((site, index) => {
          const others = sites.filter((_, place) => place !== index);
          return (
            <li key={siteForm(index)}>
              <SiteItem
                site={site}
                index={index}
                problems={problems.sites[index] ?? []}
                tried={tried}
                open={open === index || (tried && (problems.sites[index] ?? []).length > 0)}
                onOpen={() => {
                  setOpen(index);
                }}
                onClose={() => {
                  setOpen(null);
                }}
                onChange={(changed) => {
                  onChange({ sites: sites.map((each, place) => (place === index ? changed : each)) });
                }}
                onRemove={() => {
                  onChange({ sites: others });
                  setOpen(null);
                }}
                onMakeFirst={() => {
                  onChange({ sites: [site, ...others] });
                  setOpen(null);
                }}
              />
            </li>
          );
        })}
      </ul>
      <Actions>
        <Action
          id="add-site"
          onClick={() => {
            add(blankSite);
          }}
        >
          {words.setUp.addSite}
        </Action>
        <Action
          onClick={() => {
            add(siteFromBilling(setup.billing));
          }}
        >
          {words.setUp.sameAsBilling}
        </Action>
      </Actions>
    </Section>
  );
}

interface SiteItemProps {
  readonly site: RenderingSite;
  readonly index: number;
  readonly problems: SetupProblems['billing'];
  readonly tried: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onChange: (site: RenderingSite) => void;
  readonly onRemove: () => void;
  readonly onMakeFirst: () => void;
}

function SiteItem(props: SiteItemProps): ReactElement {
  const { site, index, open } = props;
  const styles = useStyles();
  const words = useWords();
  const name = site.renderingProviderName === '' ? words.setUp.site(index + 1) : site.renderingProviderName;
  return (
    <fieldset className={styles.site}>
      <legend className={styles.name}>{index === 0 ? `${name} (${words.setUp.firstSite})` : name}</legend>
      {open
        ? siteKeys.map((key) => (
            <ElementField
              key={key}
              form={siteForm(index)}
              column={key}
              value={site[key]}
              findings={props.problems}
              tried={props.tried}
              help={key === 'renderingProviderName' ? words.setUp.siteNameHelp : undefined}
              onChange={(value) => {
                props.onChange({ ...site, [key]: value });
              }}
            />
          ))
        : null}
      <Actions>
        {open ? (
          <Action small onClick={props.onClose}>
            {words.setUp.closeSite}
          </Action>
        ) : (
          <Action small label={words.setUp.editSite(name)} onClick={props.onOpen}>
            {words.common.edit}
          </Action>
        )}
        {index === 0 ? null : (
          <Action small label={words.setUp.makeSiteFirst(name)} onClick={props.onMakeFirst}>
            {words.setUp.makeFirst}
          </Action>
        )}
        <Action small label={words.setUp.removeSite(name)} onClick={props.onRemove}>
          {words.common.remove}
        </Action>
      </Actions>
    </fieldset>
  );
}
