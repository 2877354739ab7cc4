'use client';
import { createContext, type ReactNode, useContext } from 'react';

export type ErrorWords = {
  title: string;
  text: string;
  tryAgain: string;
  toHome: string;
  homeHref: string;
  /** What stands first on every page, here too. */
  safety: ReactNode;
};

const Words = createContext<ErrorWords | null>(null);

/** Carries the four sentences of the error page to the browser, where no catalogue is loaded. */
export const ErrorWordsProvider = ({ words, children }: { words: ErrorWords; children: ReactNode }) => (
  <Words.Provider value={words}>{children}</Words.Provider>
);

export const useErrorWords = () => useContext(Words);
