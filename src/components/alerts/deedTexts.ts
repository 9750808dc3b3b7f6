import type { AlertInstance } from '../../contract/entities/AlertInstance';

/** What a person does to an alert with a word of theirs. */
export type Deed = 'acknowledge' | 'resolve' | 'comment';

interface DeedText {
  title: string;
  /** On the button that does it. */
  send: string;
  /** What it means, for somebody who does it the first time. */
  note: string;
  placeholder: string;
  /** As in "3 alerts acknowledged". */
  done: string;
  needsComment: boolean;
  /** May end by itself. */
  mayEnd: boolean;
}

export const deedTexts: Record<Deed, DeedText> = {
  acknowledge: {
    title: 'Acknowledge',
    send: 'Acknowledge',
    note: 'Says that you have it. Reminders stop. One that ends by itself becomes active again, and is told again.',
    placeholder: 'What are you doing about it? (optional)',
    done: 'acknowledged',
    needsComment: false,
    mayEnd: true,
  },
  resolve: {
    title: 'Resolve',
    send: 'Resolve',
    note: 'Ends it for good. If it still fires, it opens anew only after a normal evaluation and the rule’s cooldown.',
    placeholder: 'What was it? (optional)',
    done: 'resolved',
    needsComment: false,
    mayEnd: false,
  },
  comment: {
    title: 'Comment',
    send: 'Send',
    note: 'Kept in the history, for everyone who opens the alert.',
    placeholder: 'What should others know?',
    done: 'commented',
    needsComment: true,
    mayEnd: false,
  },
};

/** Whether a deed fits the state of an alert. */
export function canBeDone(deed: Deed, status: AlertInstance['status']): boolean {
  switch (deed) {
    case 'acknowledge':
      return status === 'active';
    case 'resolve':
      return status !== 'resolved';
    case 'comment':
      return true;
  }
}
