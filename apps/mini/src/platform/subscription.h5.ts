import type { SubscriptionAnswer } from './subscription.types';

/** A browser cannot ask on behalf of WeChat, also the one inside WeChat. */
export const canAskForMessages = false;

export async function askForMessage(_templateId: string): Promise<SubscriptionAnswer> {
  return 'not_asked';
}

export async function openMessageSettings(): Promise<void> {}
