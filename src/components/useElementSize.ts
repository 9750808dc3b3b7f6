import { useCallback, useState } from 'react';

interface ElementSize {
  /** Put it on the element. */
  ref: (element: Element | null) => void;
  /** Pixels; 0 before the element has been laid out. */
  width: number;
  height: number;
}

/** The inner size of an element, followed while it changes. */
export function useElementSize(): ElementSize {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [observer] = useState(
    () =>
      new ResizeObserver(([entry]) => {
        if (entry) {
          setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
        }
      })
  );
  const ref = useCallback(
    (element: Element | null) => {
      observer.disconnect();
      if (element) {
        observer.observe(element);
      }
    },
    [observer]
  );
  return { ref, ...size };
}
