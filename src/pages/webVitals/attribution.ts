import type { WebVital } from '../../contract/webVitals';

/** An attribute that a browser sends with a vital, and the question that it answers. */
export interface Attribute {
  /** As a query's field. */
  field: string;
  title: string;
  description: string;
}

const loadState: Attribute = {
  field: 'metadata.load_state',
  title: 'How far the page had loaded',
  description: 'State of the page at that moment: loading, dom-interactive, dom-content-loaded or complete.',
};

const navigationType: Attribute = {
  field: 'metadata.navigation_type',
  title: 'How the page was reached',
  description: 'A plain navigation, a reload, back and forward, or restored from the browser’s memory.',
};

/** The attributes of each vital that say what to look at, most telling first. Names are those of web-vitals and Faro. */
export const attributes: Record<WebVital, readonly Attribute[]> = {
  LCP: [
    {
      field: 'metadata.element',
      title: 'Which element',
      description: 'The largest element of the page, as a CSS selector.',
    },
    navigationType,
  ],
  INP: [
    {
      field: 'metadata.interaction_target',
      title: 'Which interaction',
      description: 'The element that was clicked, tapped or typed into, as a CSS selector.',
    },
    {
      field: 'metadata.interaction_type',
      title: 'Pointer or keyboard',
      description: 'What the visitor used.',
    },
    loadState,
  ],
  CLS: [
    {
      field: 'metadata.largest_shift_target',
      title: 'Which element jumped most',
      description: 'The first element of the largest shift, as a CSS selector.',
    },
    loadState,
  ],
  FCP: [loadState, navigationType],
  TTFB: [navigationType],
};
