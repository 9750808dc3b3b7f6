import React, { lazy, Suspense, type ReactNode } from 'react';
import { isAdmin } from '../../api/datasource';
import { AdminOnly } from '../../components/AdminOnly';
import { Skeleton } from '../../components/Skeleton';
import { pagePaths } from '../../contract/pagePaths';

// Each loads when it is opened: most people who come here look at the inbox.
const RulesScreen = lazy(() => import('./rules/RulesScreen'));
const NewRuleScreen = lazy(() => import('./ruleEditor/NewRuleScreen'));
const RuleEditorScreen = lazy(() => import('./ruleEditor/RuleEditorScreen'));
const ChannelsScreen = lazy(() => import('./channels/ChannelsScreen'));
const DeliveriesScreen = lazy(() => import('./deliveries/DeliveriesScreen'));
const SilencesScreen = lazy(() => import('./silences/SilencesScreen'));

const loading = <Skeleton label="Loading the page" lines={8} />;
const later = (screen: ReactNode) => <Suspense fallback={loading}>{screen}</Suspense>;

const forAdmins = (what: string, screen: ReactNode) => (
  <AdminOnly
    isAdmin={isAdmin()}
    title={`${what} are for Admins only`}
    hint="They hold addresses and tokens of other services. Ask an Admin of this organisation for a change; rules can use the channels that there are."
  >
    {later(screen)}
  </AdminOnly>
);

interface DefiningTab {
  title: string;
  routePath: string;
  url: string;
  screen: () => ReactNode;
}

/** Tabs of those who decide what an alert is and who hears of it. */
export function definingTabs(datasourceUid: string): DefiningTab[] {
  return [
    {
      title: 'Rules',
      routePath: 'rules',
      url: pagePaths.alertRules,
      screen: () => later(<RulesScreen datasourceUid={datasourceUid} />),
    },
    {
      title: 'Silences',
      routePath: 'silences',
      url: pagePaths.alertSilences,
      screen: () => later(<SilencesScreen datasourceUid={datasourceUid} />),
    },
    {
      title: 'Channels',
      routePath: 'channels',
      url: pagePaths.alertChannels,
      screen: () => forAdmins('Channels', <ChannelsScreen datasourceUid={datasourceUid} />),
    },
    {
      title: 'Deliveries',
      routePath: 'deliveries',
      url: pagePaths.alertDeliveries,
      screen: () => forAdmins('Deliveries', <DeliveriesScreen datasourceUid={datasourceUid} />),
    },
  ];
}

/** The editor of a rule; `new` is the one that is not there yet. */
export function ruleScreen(datasourceUid: string, ruleId: string): ReactNode {
  return later(
    ruleId === 'new' ? (
      <NewRuleScreen datasourceUid={datasourceUid} />
    ) : (
      <RuleEditorScreen datasourceUid={datasourceUid} ruleId={ruleId} />
    )
  );
}
