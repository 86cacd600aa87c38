import { useEffect, useState } from "react";

/** A value as it was when it last stood still for that many milliseconds. */
export function usePaused<T>(value: T, millis: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(value);
    }, millis);
    return () => {
      clearTimeout(timer);
    };
  }, [value, millis]);
  return paused;
}
