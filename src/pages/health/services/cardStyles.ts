import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { wrappingRow } from '../../../components/wrappingRow';

/** Columns of a service, below each other where there is no room. */
export const cardStyles = (theme: GrafanaTheme2) => ({
  card: css(wrappingRow(theme)),
  name: css({
    flex: '1 1 220px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
  }),
  state: css({ flex: '1 1 220px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.25) }),
  latency: css({ flex: '0 0 120px' }),
  // As high as when it is filled, so that a list does not jump.
  days: css({ flex: '2 1 280px', minWidth: 0, minHeight: 44 }),
});
