import { useEffect, useState } from "react";
import { duration } from "./format";

/** A running clock since the given moment (milliseconds). */
export function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const clock = setInterval(() => {
      setNow(Date.now());
    }, 100);
    return () => {
      clearInterval(clock);
    };
  }, [since]);
  return <>{duration(Math.max(0, now - since))}</>;
}
