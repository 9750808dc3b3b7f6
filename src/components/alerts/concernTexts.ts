import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';

/** What an alert is about where it is not the rule's condition. */
export const concernTexts: Record<AlertInstanceDetail['concern'], { label: string; description: string } | undefined> =
  {
    condition: undefined,
    'no data': {
      label: 'No data',
      description:
        'The data that the rule looks at has stopped coming. This is no recovery: whatever fired before is not known to be over.',
    },
    error: {
      label: 'Cannot be evaluated',
      description:
        'Evaluations of the rule fail, one after the other. Until they work again the rule sees nothing, and open alerts stay as they are.',
    },
    'too many': {
      label: 'Too many',
      description: 'More fires than the rule may have open. What is beyond that has no alert of its own.',
    },
  };
