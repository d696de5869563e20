import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** A value kept on the phone, the same for every page that shows it. */
export type Stored<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** Whether the value will be there when the app is opened again. */
  readonly isKept: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
};

/** `read` makes a value of whatever an older version of the app may have left there. */
export const stored = <T>(key: string, read: (found: unknown) => T): Stored<T> => {
  const listeners = new Set<() => void>();
  let current: { readonly value: T } | undefined;
  let kept = true;
  return {
    get: () => {
      current ??= { value: read(Taro.getStorageSync<unknown>(key)) };
      return current.value;
    },
    set: (value) => {
      current = { value };
      kept = keep(key, value);
      for (const listener of listeners) listener();
    },
    isKept: () => kept,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** False when the phone has no room for it: that must not stop anybody from rating. */
export const keep = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch (failure) {
    console.warn('storage', failure);
    return false;
  }
};

export const useStored = <T>({ subscribe, get }: Stored<T>): T => useSyncExternalStore(subscribe, get, get);
