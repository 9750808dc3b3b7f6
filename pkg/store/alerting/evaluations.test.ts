import type { DueRule } from '../../domain/alerting/evaluation/AlertEvaluations';
import { day, minute, second } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, alertStory, pages, rule, stranger } from './testing/alertStory';

forEachDatabase('evaluations of alert rules in the database', (db) => {
  const { clock, store, other, third, create, claimOne, evaluate, instances, onlyInstance, kinds } = alertStory(db);

  describe('an evaluation', () => {
    it('opens an instance for each page that fires, and resolves it when it recovers', async () => {
      const made = await create();
      await evaluate(pages({ '/a': 3000, '/b': 100 }));
      const opened = await onlyInstance();
      expect(opened).toMatchObject({
        status: 'active',
        labels: { page_path: '/a' },
        last_value: 3000,
        severity: 'high',
      });
      expect(opened.title).toContain('page_path /a');
      expect(opened.message).toBe('P75 of LCP: 3 s, limit 2.5 s.');
      expect(opened.triggered_data).toMatchObject({ unit: 'ms' });
      expect(await store().alertRules.get(ada, made.id)).toMatchObject({
        open_instances: 1,
        last_evaluation: { label_sets: 2, firing: 1, error: null, duration_ms: 3 },
      });
      await evaluate(pages({ '/a': 4000 }));
      expect(await onlyInstance()).toMatchObject({ id: opened.id, last_value: 4000, firings: 2 });
      await evaluate(pages({ '/a': 100 }));
      expect(await instances()).toEqual([]);
      expect(await store().alertInstances.get(ada, opened.id)).toMatchObject({
        status: 'resolved',
        resolve_reason: 'recovered',
        resolved_login: null,
      });
      expect(await kinds(opened.id)).toEqual(['opened', 'resolved']);
    });

    it('counts a wait by the beat, not by the moment at which a process came to it', async () => {
      await create({ condition_config: { ...rule.condition_config, for_minutes: 1 } });
      await clock.advance(400);
      const keep = async () => {
        const evaluation = { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 };
        await store().alertEvaluations.keep(await claimOne(), evaluation);
      };
      // The first one begins the beat.
      await evaluate(pages({ '/a': 1 }));
      const [{ next_evaluation_at: next } = { next_evaluation_at: new Date(0) }] = (
        await store().pools.jobs.query<{ next_evaluation_at: Date }>(
          'select next_evaluation_at from alert_rules where enabled order by created_at desc limit 1'
        )
      ).rows;
      await clock.advance(Math.max(0, next.getTime() - clock.now()) + 400);
      await keep();
      expect(await instances()).toEqual([]);
      await clock.advance(minute - 300);
      await keep();
      expect(await onlyInstance()).toMatchObject({ labels: { page_path: '/a' } });
      await clock.advance(minute);
    });

    it('remembers across processes and restarts: there is never a second instance', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const [due] = await other().alertEvaluations.claim(clock.now(), 10);
      expect(due).toBeDefined();
      await other().alertEvaluations.keep(due as DueRule, {
        finding: pages({ '/a': 3100 }),
        at: clock.now(),
        durationMs: 1,
      });
      await clock.advance(minute);
      expect(await onlyInstance()).toMatchObject({ last_value: 3100 });
    });

    it('leaves what it came to for a day', async () => {
      const made = await create();
      await evaluate(pages({ '/a': 3000, '/b': 1 }));
      await evaluate({ failed: 'it took longer than 10 s' });
      const seen = async (limit: number, cursor?: string) =>
        store().alertRules.evaluations(ada, made.id, { limit, cursor });
      const newest = await seen(1);
      expect(newest?.items).toMatchObject([{ error: 'it took longer than 10 s', label_sets: 0 }]);
      const older = await seen(10, newest?.next_cursor ?? '');
      expect(older).toMatchObject({
        items: [{ error: null, label_sets: 2, firing: 1, duration_ms: 3 }],
        next_cursor: null,
      });
      expect(await store().alertRules.evaluations(stranger, made.id, { limit: 1, cursor: undefined })).toBeUndefined();
      await store().alertEvaluations.forget(clock.now() + 1);
      expect((await seen(10))?.items).toEqual([]);
    });

    it('is counted by the day where it opened an instance, and so is what the cooldown kept back', async () => {
      const made = await create({ cooldown_minutes: 60 });
      await evaluate(pages({ '/a': 3000 }));
      await evaluate(pages({ '/a': 1 }));
      await evaluate(pages({ '/a': 3000 }));
      const rule = async () => store().alertRules.get(ada, made.id);
      expect(await rule()).toMatchObject({ fired_days: [0, 0, 0, 0, 0, 0, 1], suppressed: 1, open_instances: 0 });
      await clock.advance(day);
      expect(await rule()).toMatchObject({ fired_days: [0, 0, 0, 0, 0, 1, 0] });
      await clock.advance(-day);
    });

    it('says in an instance what was measured when, and where to look; the values before it follow', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id, triggered_data: data, created_at } = await onlyInstance();
      const end = Date.parse(created_at) - 10 * second;
      expect(data).toMatchObject({
        ...{ value: 3000, limit: 2500, recovery_limit: null, operator: '>', window_minutes: 5 },
        window: { from: new Date(end - 5 * minute).toISOString(), to: new Date(end).toISOString() },
        query: { metric: 'LCP', filters: [{ field: 'page_path', operator: '=', value: '/a' }] },
        links: { page: '/a/seamark-monitoring-app/web-vitals/lcp/page?var-page=%2Fa' },
      });
      const [waiting] = await store().openedInstances.waiting(clock.now(), 10);
      expect(waiting).toMatchObject({ orgId: 1, instances: [{ id, labels: { page_path: '/a' } }] });
      const series = { times: [created_at], values: [3000] };
      await store().openedInstances.keepSeries(new Map([[id, series]]));
      expect((await onlyInstance()).triggered_data).toMatchObject({ value: 3000, series });
      expect(await store().openedInstances.waiting(clock.now(), 10)).toEqual([]);
    });

    it('that failed changes nothing, is shown, and is told after three', async () => {
      const made = await create();
      await evaluate(pages({ '/a': 3000 }));
      for (let times = 0; times < 3; times += 1) {
        await evaluate({ failed: 'it took longer than 10 s' });
      }
      expect((await store().alertRules.get(ada, made.id))?.last_evaluation?.error).toBe('it took longer than 10 s');
      expect((await instances()).map(({ concern, severity }) => [concern, severity])).toEqual([
        ['error', 'medium'],
        ['condition', 'high'],
      ]);
    });

    it('counts those that were missed, and keeps its beat', async () => {
      const made = await create();
      await evaluate(pages({}));
      const due = await claimOne();
      await store().alertEvaluations.keep(due, { finding: pages({}), at: clock.now(), durationMs: 1 });
      await clock.advance(due.dueAt + 11 * minute + 7 * second - clock.now());
      await evaluate(pages({}));
      expect((await store().alertRules.get(ada, made.id))?.missed_evaluations).toBe(10);
      await clock.advance(-minute + 52 * second);
      expect(await store().alertEvaluations.claim(clock.now(), 10)).toEqual([]);
      await clock.advance(second);
      expect(await store().alertEvaluations.claim(clock.now(), 10)).toHaveLength(1);
    });
  });

  describe('a clock that is set back by a day', () => {
    it('keeps no rule from being looked at, also one that a process had taken on', async () => {
      const [one, two] = [await create(), await create()];
      await evaluate(pages({ '/a': 3000 }));
      await evaluate(pages({ '/a': 3000 }));
      const before = clock.now() - day;
      expect((await store().alertEvaluations.claim(before, 10)).map(({ id }) => id).toSorted()).toEqual(
        [one.id, two.id].toSorted()
      );
      expect(await other().alertEvaluations.claim(before, 10)).toEqual([]);
    });

    it('lets an alert end, and keeps the beat from there', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const before = clock.now() - day;
      const [due] = await store().alertEvaluations.claim(before, 10);
      const over = { finding: pages({ '/a': 100 }), at: before, durationMs: 1 };
      expect(await store().alertEvaluations.keep(due as DueRule, over)).toBe(true);
      expect(await instances()).toEqual([]);
      expect(await store().alertEvaluations.claim(before + 59 * second, 10)).toEqual([]);
      expect(await store().alertEvaluations.claim(before + minute, 10)).toHaveLength(1);
    });

    it('is told from clocks of two servers that differ by some seconds', async () => {
      await create();
      await evaluate(pages({}));
      await store().alertEvaluations.keep(await claimOne(), { finding: pages({}), at: clock.now(), durationMs: 1 });
      expect(await other().alertEvaluations.claim(clock.now() - 30 * second, 10)).toEqual([]);
    });
  });

  describe('several processes', () => {
    it('share the rules that are due, each rule to one of them', async () => {
      await Promise.all(Array.from({ length: 12 }, () => create()));
      const claims = await Promise.all(
        [store(), other(), store(), other()].map((each) => each.alertEvaluations.claim(clock.now(), 5))
      );
      const ids = claims.flat().map(({ id }) => id);
      expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    });

    it('take over a rule whose process has gone, and do not believe it when it comes back', async () => {
      await create();
      const lost = await claimOne();
      expect(await other().alertEvaluations.claim(clock.now() + 19 * second, 10)).toEqual([]);
      await clock.advance(20 * second);
      const [taken] = await other().alertEvaluations.claim(clock.now(), 10);
      const found = { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 };
      expect(await store().alertEvaluations.keep(lost, found)).toBe(false);
      expect(await other().alertEvaluations.keep(taken as DueRule, found)).toBe(true);
      expect(await instances()).toHaveLength(1);
    });

    it('are three, one of which dies in the middle: every rule is evaluated, and every alert opens once', async () => {
      const rules = await Promise.all(Array.from({ length: 9 }, () => create()));
      const found = () => ({ finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 });
      const [one = [], two = [], dying = []] = await Promise.all(
        [store(), other(), third()].map((each) => each.alertEvaluations.claim(clock.now(), 3))
      );
      expect([one.length, two.length, dying.length]).toEqual([3, 3, 3]);
      await Promise.all([
        ...one.map((rule) => store().alertEvaluations.keep(rule, found())),
        ...two.map((rule) => other().alertEvaluations.keep(rule, found())),
      ]);
      expect(await instances()).toHaveLength(6);
      // The third says nothing any more. When its leases end, the others share its work.
      await clock.advance(20 * second);
      const taken = await Promise.all([store(), other()].map((each) => each.alertEvaluations.claim(clock.now(), 20)));
      const orphans = taken.flat().filter(({ id }) => dying.some((rule) => rule.id === id));
      expect(orphans).toHaveLength(3);
      await Promise.all(
        taken.flatMap((claimed, index) =>
          claimed.map((rule) => (index === 0 ? store() : other()).alertEvaluations.keep(rule, found()))
        )
      );
      // It was only slow: nobody believes what it brings now.
      const late = await Promise.all(dying.map((rule) => third().alertEvaluations.keep(rule, found())));
      expect(late).toEqual([false, false, false]);
      const open = (await instances()).map((instance) => instance.alert_rule_id);
      expect(open.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    });

    it('drop what they found when the rule was changed meanwhile', async () => {
      const made = await create();
      const due = await claimOne();
      await store().alertRules.update(ada, made.id, { enabled: false });
      const found = { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 };
      expect(await store().alertEvaluations.keep(due, found)).toBe(false);
      expect(await instances()).toEqual([]);
    });
  });
});
