import '@/platform/setup';
import { createElement, type ReactNode } from 'react';
import { usePageNotFound } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '@/api/query-client';
import { restart, routes } from '@/routes';
import './app.css';

/** What every page stands in: the cache of answers from the API, and a way home from addresses that do not exist. */
export default function App({ children }: { children: ReactNode }) {
  usePageNotFound(() => restart(routes.home()));
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
