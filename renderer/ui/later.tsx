import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A component that is loaded when it is first shown, or before. */
export interface Later<P> {
  (props: P): ReactNode;
  /** Fetches it ahead. */
  readonly load: () => void;
}

/**
 * A component whose code comes when it is first shown; `waiting` stands in its place until then. Unlike `React.lazy` it is there
 * at once when its code is: React keeps a page back for up to 300 ms after the last time something was waited for.
 */
export function later<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Waiting: ComponentType = Nothing,
): Later<P> {
  let loaded: ComponentType<P> | null = null;
  let fetching: Promise<void> | null = null;
  const load = (): Promise<void> => {
    fetching ??= fetch().then(
      (component) => {
        loaded = component;
      },
      (reason: unknown) => {
        // Asked again the next time it is shown.
        fetching = null;
        throw reason;
      },
    );
    return fetching;
  };
  function Shown(props: P): ReactNode {
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    const [, setIsThere] = useState(loaded !== null);
    useEffect(() => {
      let isGone = false;
      load().then(
        () => {
          if (!isGone) setIsThere(true);
        },
        (reason: unknown) => {
          if (!isGone) setFailure({ reason });
        },
      );
      return () => {
        isGone = true;
      };
    }, []);
    // For the boundary around the page, as a failure of its own would.
    if (failure !== null) throw failure.reason;
    const Loaded = loaded;
    return Loaded === null ? <Waiting /> : <Loaded {...props} />;
  }
  return Object.assign(Shown, {
    load: () => {
      load().catch(() => undefined);
    },
  });
}

const Nothing = (): null => null;
