import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, Input, Text, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import type { KeptData, RetentionPolicy } from '../../../contract/resources/retention';
import { retainedData } from '../../../contract/retentionTable';
import { keptTexts } from './keptTexts';
import { keyOf, type RetentionDraft } from './RetentionDraft';
import { dataTexts, nameOf, tierTexts } from './retentionTexts';

interface Props {
  policies: RetentionPolicy[];
  /** What is kept at this moment; undefined while it is being looked up. */
  kept: KeptData[] | undefined;
  draft: RetentionDraft;
  problems: Record<string, string>;
  onChange: (part: RetentionDraft) => void;
}

const columns = ['Kept as', 'Days', 'Since', 'Size', 'Next goes'];

/** Every tier with its days, to be edited, and with what there is of it. On a narrow screen, a block a tier. */
export function RetentionTable({ policies, kept, draft, problems, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {retainedData.map((data) => (
        <tbody key={data}>
          <tr>
            <th colSpan={columns.length} scope="rowgroup" className={styles.group}>
              {dataTexts[data]}
            </th>
          </tr>
          {policies
            .filter((policy) => policy.data === data)
            .map((policy) => {
              const key = keyOf(policy);
              const texts = keptTexts(kept?.find((each) => keyOf(each) === key));
              const { label, description } = tierTexts[policy.tier];
              return (
                <tr key={key}>
                  <th scope="row" className={styles.tier}>
                    {label}
                    <Text element="p" variant="bodySmall" color="secondary">
                      {description}
                    </Text>
                  </th>
                  <td data-label="Days">
                    <Field noMargin invalid={key in problems} error={problems[key]}>
                      <Input
                        id={`${id}-${key}`}
                        aria-label={`Days for ${nameOf(policy)}`}
                        width={12}
                        inputMode="numeric"
                        value={draft[key] ?? ''}
                        onChange={(event) => onChange({ [key]: event.currentTarget.value })}
                      />
                    </Field>
                    <Text variant="bodySmall" color="secondary">
                      {policy.days === policy.default_days ? 'Default' : `Default: ${policy.default_days}`}
                    </Text>
                  </td>
                  <td data-label="Since">{texts.since}</td>
                  <td data-label="Size">{texts.size}</td>
                  <td data-label="Next goes">{texts.goes}</td>
                </tr>
              );
            })}
        </tbody>
      ))}
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ fontSize: theme.typography.h5.fontSize, '&&': { paddingTop: theme.spacing(3) } }),
  tier: css({ fontWeight: theme.typography.fontWeightRegular, maxWidth: 360 }),
  table: css({
    width: '100%',
    maxWidth: 960,
    '& th, & td': { textAlign: 'left', verticalAlign: 'top', padding: theme.spacing(1) },
    '& td': { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    '& thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
    '& tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    '& tbody tr:first-child': { borderTop: 'none' },
    [theme.breakpoints.down('md')]: {
      '&, & tbody, & tr, & th, & td': { display: 'block' },
      '& thead': { display: 'none' },
      '& td': { display: 'flex', gap: theme.spacing(2), whiteSpace: 'normal', paddingTop: 0 },
      // Without the header of its column a value must say itself what it is.
      '& td::before': { content: 'attr(data-label)', flex: '0 0 96px', color: theme.colors.text.secondary },
    },
  }),
});
