import type { TransportItem } from '@grafana/faro-web-sdk';
import type { Fate } from '../consent/decideSending';
import { fakeFaro, item } from '../testing/fakeFaro';
import { createGate, type LastWord } from './createGate';

function gateWith(beforeSend?: LastWord, capacity = 3) {
  const { faro } = fakeFaro();
  const state = { fate: 'hold' as Fate, consent: 'granted' };
  const sent: TransportItem[] = [];
  const send = (one: TransportItem): void => {
    const passed = gate.pass(one);
    if (passed) {
      sent.push(passed);
    }
  };
  const gate = createGate({
    faro: () => ({ ...faro, transports: { ...faro.transports, execute: send } }),
    fateOf: () => state.fate,
    consent: () => state.consent,
    capacity,
    beforeSend,
  });
  const names = (): unknown[] => sent.map(({ payload }) => (payload as { name?: string }).name);
  return { gate, state, send, sent, names };
}

describe('the gate', () => {
  it('holds items until they may be sent, in their order and once', () => {
    const { gate, state, send, names } = gateWith();
    const first = item('event', { name: 'a' });
    [first, first, item('event', { name: 'b' })].forEach(send);
    expect(names()).toEqual([]);
    state.fate = 'send';
    gate.reconsider();
    gate.reconsider();
    expect(names()).toEqual(['a', 'b']);
  });

  it('throws away what it held when the visitor refuses, for good', () => {
    const { gate, state, send, sent } = gateWith();
    send(item('event'));
    state.fate = 'discard';
    gate.reconsider();
    state.fate = 'send';
    gate.reconsider();
    expect(sent).toHaveLength(0);
  });

  it('holds so many and no more: the oldest go', () => {
    const { gate, state, send, names } = gateWith();
    ['a', 'b', 'c', 'd', 'e'].forEach((name) => send(item('event', { name })));
    state.fate = 'send';
    gate.reconsider();
    expect(names()).toEqual(['c', 'd', 'e']);
  });

  it('gives the session that has begun to items from before it, and the consent to all', () => {
    const { state, send, sent } = gateWith();
    state.fate = 'send';
    send(item('event'));
    send(item('event', {}, { id: 's0', attributes: { isSampled: 'false', own: 'kept' } }));
    expect(sent.map(({ meta }) => meta.session)).toEqual([
      { id: 's1', attributes: { isSampled: 'true', consent: 'granted' } },
      { id: 's0', attributes: { isSampled: 'false', own: 'kept', consent: 'granted' } },
    ]);
  });

  it('says nothing of a consent that nobody gave', () => {
    const { state, send, sent } = gateWith();
    Object.assign(state, { fate: 'send', consent: '' });
    send(item('event'));
    expect(sent[0]?.meta.session?.attributes).not.toHaveProperty('consent');
  });

  it('asks the site once for every item, and sends nothing where the site answers nothing', () => {
    const asked: TransportItem[] = [];
    const { gate, state, send, sent } = gateWith((one) => (asked.push(one), undefined));
    send(item('event'));
    expect(asked).toHaveLength(0);
    state.fate = 'send';
    gate.reconsider();
    expect([asked.length, sent.length]).toEqual([1, 0]);
  });
});
