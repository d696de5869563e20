import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';

type Work = {
  /** Once when the page is on the screen again. */
  readonly onReturn: () => void;
  readonly onTick: () => void;
  readonly everyMs: number;
};

/** Work that goes on while the page is on the screen, and rests while it is not. */
export const useWhileShown = ({ everyMs, ...work }: Work): void => {
  const latest = useRef(work);
  latest.current = work;
  const timer = useRef<ReturnType<typeof setInterval>>();
  const wasHidden = useRef(false);

  const stop = useCallback(() => {
    clearInterval(timer.current);
    timer.current = undefined;
  }, []);
  const start = useCallback(() => {
    timer.current ??= setInterval(() => latest.current.onTick(), everyMs);
  }, [everyMs]);

  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  useDidShow(() => {
    start();
    if (wasHidden.current) latest.current.onReturn();
    wasHidden.current = false;
  });
  useDidHide(() => {
    stop();
    wasHidden.current = true;
  });
};
