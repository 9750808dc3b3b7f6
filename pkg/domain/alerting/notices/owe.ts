import type { Change } from '../lifecycle/Life';
import type { Debt } from './Debt';

/**
 * What is owed after a change. Acts of people owe nothing: whoever acts knows, and channels that can edit their message
 * do so at once.
 */
export function owe(debt: Debt, change: Change): Debt {
  switch (change.kind) {
    case 'opened':
      return { ...debt, owed: 'opened' };
    case 'resolved':
      return { ...debt, owed: debt.isAnnounced ? 'resolved' : null };
    case 'reminder':
    case 'acknowledgement expired':
      return { ...debt, owed: debt.isAnnounced ? change.kind : 'opened' };
    case 'acknowledged':
      return { ...debt, owed: debt.isAnnounced ? null : debt.owed };
    default:
      return debt;
  }
}
