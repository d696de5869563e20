import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** A value kept on the phone, the same for every page that shows it. */
export type Stored<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** `read` makes a value of whatever an older version of the app may have left there. */
export const stored = <T>(key: string, read: (kept: unknown) => T): Stored<T> => {
  const listeners = new Set<() => void>();
  let current: { readonly value: T } | undefined;
  return {
    get: () => {
      current ??= { value: read(Taro.getStorageSync<unknown>(key)) };
      return current.value;
    },
    set: (value) => {
      current = { value };
      keep(key, value);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** A full storage must not stop anybody from rating. */
export const keep = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, value);
  } catch (failure) {
    console.warn('storage', failure);
  }
};

export const useStored = <T>({ subscribe, get }: Stored<T>): T => useSyncExternalStore(subscribe, get, get);
