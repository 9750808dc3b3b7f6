import { pagePaths } from '../../contract/pagePaths';
import { ListPanel } from './ListPanel';
import { NewErrorList } from './NewErrorList';
import { OpenAlertList } from './OpenAlertList';

/** The alerts that are not resolved, acknowledged in place. */
export function openAlerts(datasourceUid: string): ListPanel {
  return new ListPanel({
    datasourceUid,
    title: 'Open alerts',
    description:
      'Alerts that are active or acknowledged now, whatever the time range. An alert that names no app is shown for every app.',
    page: { name: 'Alerts', path: pagePaths.alerts },
    List: OpenAlertList,
  });
}

/** Errors that began or came back in the time range. */
export function newErrors(datasourceUid: string): ListPanel {
  return new ListPanel({
    datasourceUid,
    title: 'New and regressed errors',
    description: 'Errors by cause that were first seen in the time range, or were resolved and came back in it.',
    page: { name: 'Errors', path: pagePaths.errors },
    List: NewErrorList,
  });
}
