import { describeMeasure } from '../../../query/describeDataQuery';
import { checkKind } from '../CheckKindDescription';

const limit = (label: string) =>
  ({ label, description: 'In the unit of the query', type: 'number', isFraction: true }) as const;

/** Down or degraded by a number that Seamark itself has: a service's error rate or latency. */
export const derived = checkKind({
  label: 'Derived',
  description: 'Judges a number that Seamark has, such as an error rate',
  way: 'measured',
  fields: {
    query: { label: 'What is judged', type: 'query', isRequired: true },
    window_minutes: {
      label: 'Looks back',
      description: 'Minutes, a day at most',
      placeholder: '5',
      type: 'number',
      minimum: 1,
      maximum: 24 * 60,
      isRequired: true,
    },
    degraded_above: limit('Degraded above'),
    down_above: limit('Down above'),
    min_samples: {
      label: 'Says nothing below',
      description: 'Samples in that time; empty: whenever there is a number',
      type: 'number',
      minimum: 1,
    },
  },
  sources: {},
  details: { value: 'Value', samples: 'Samples' },
  inWords: ({ query }) => describeMeasure(query),
});
