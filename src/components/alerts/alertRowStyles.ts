import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Below these widths of the list, in pixels, what a row says breaks into lines, and its buttons go below it. */
const narrow = 820;
const narrowest = 480;

/** Styles of a list of alerts: columns where there is room for them, lines where there is not. */
export const getRowStyles = (theme: GrafanaTheme2) => {
  const whereNarrow = `@container (max-width: ${narrow}px)`;
  const whereNarrowest = `@container (max-width: ${narrowest}px)`;
  return {
    list: css({ listStyle: 'none', containerType: 'inline-size', minWidth: 0 }),
    row: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: theme.spacing(6),
      padding: theme.spacing(0.75, 1, 0.75, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      '&:hover': { backgroundColor: theme.colors.action.hover },
      '&:focus-within': { backgroundColor: theme.colors.action.hover },
      [whereNarrowest]: { flexWrap: 'wrap', alignItems: 'flex-start' },
    }),
    marked: css({ backgroundColor: theme.colors.action.selected }),
    left: css({ opacity: 0.6 }),
    body: css({
      flex: 1,
      minWidth: 0,
      display: 'grid',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      [whereNarrow]: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25, 1.5) },
    }),
    main: css({
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
      [whereNarrow]: { flexBasis: '100%' },
    }),
    title: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.25, 1) }),
    value: css({
      display: 'flex',
      flexDirection: 'column',
      // A long unit takes the limit below it, rather than both into two narrow columns.
      [whereNarrow]: { flexFlow: 'row wrap', gap: theme.spacing(0, 0.5), alignItems: 'baseline' },
    }),
    rule: css({ minWidth: 0, overflowWrap: 'anywhere' }),
    since: css({ whiteSpace: 'nowrap' }),
    who: css({ minWidth: 0, overflowWrap: 'anywhere' }),
    actions: css({
      display: 'flex',
      flexShrink: 0,
      gap: theme.spacing(1),
      justifyContent: 'flex-end',
      [whereNarrowest]: { flexBasis: '100%' },
    }),
  };
};
