import { SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { hasAnyData } from './hasAnyData';
import { OverviewBody } from './OverviewBody';

jest.mock('./hasAnyData');
jest.mock('../../api/datasource');
// Its picture takes seconds to draw without a browser, each time; what it says has tests of its own.
jest.mock('../../components/ConnectSteps', () => ({ ConnectSteps: () => null }));
const has = jest.mocked(hasAnyData);

/** Step by step, for what a step brings is drawn at its end. */
async function pass(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await act(() => jest.advanceTimersByTimeAsync(2500));
  }
}

it('the overview shows the first data by itself, in a range that reaches up to it', async () => {
  jest.useFakeTimers();
  try {
    has.mockResolvedValueOnce(false).mockResolvedValueOnce(false).mockResolvedValue(true);
    const range = new SceneTimeRange({ from: 'now-24h', to: 'now' });
    const content = new SceneCanvasText({ text: 'panels' });
    const body = new OverviewBody({ datasourceUid: 'u', content, $timeRange: range });
    render(<body.Component model={body} />);
    const opened = range.state.value.to.valueOf();
    await pass(3);
    expect(screen.queryByText('panels')).not.toBeInTheDocument();
    await pass(3);
    expect(screen.getByText('panels')).toBeInTheDocument();
    expect(range.state.value.to.valueOf() - opened).toBeGreaterThanOrEqual(10_000);
    has.mockClear();
    await pass(4);
    expect(has).not.toHaveBeenCalled();
  } finally {
    jest.useRealTimers();
  }
});
