import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether an element has ever been near what is visible, so that a long list asks for what somebody looks at only. */
export function useSeen<E extends Element>(): { ref: RefObject<E>; seen: boolean } {
  const ref = useRef<E>(null);
  const [seen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = ref.current;
    if (seen || !element) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '300px' }
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [seen]);
  return { ref, seen };
}
