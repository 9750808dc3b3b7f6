import { renderHook } from '@testing-library/react';
import { useDistinctChanges } from './useDistinctChanges';

describe('changes that are reported again and again', () => {
  const start = () => {
    const onChange = jest.fn();
    const hook = renderHook(({ value }) => useDistinctChanges(value, onChange), { initialProps: { value: ['a'] } });
    return { onChange, ...hook };
  };

  it('are passed on once, also by a function of an earlier rendering', () => {
    const { onChange, result, rerender } = start();
    const early = result.current;
    early(['b']);
    early(['b']);
    rerender({ value: ['b'] });
    early(['b']);
    result.current(['b']);
    expect(onChange.mock.calls).toEqual([[['b']]]);
  });
  it('are none while they say what is so already', () => {
    const { onChange, result } = start();
    result.current(['a']);
    expect(onChange).not.toHaveBeenCalled();
  });
  it('can go back and forth', () => {
    const { onChange, result, rerender } = start();
    result.current(['b']);
    rerender({ value: ['b'] });
    result.current(['a']);
    rerender({ value: ['a'] });
    result.current(['b']);
    expect(onChange.mock.calls).toEqual([[['b']], [['a']], [['b']]]);
  });
  it('may be made again after somebody else took them back', () => {
    const { onChange, result, rerender } = start();
    result.current(['b']);
    rerender({ value: ['b'] });
    rerender({ value: ['a'] });
    result.current(['b']);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
