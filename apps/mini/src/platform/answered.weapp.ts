interface Callbacks<Answer> {
  success: (answer: Answer) => void;
  fail: (failure: { errMsg: string }) => void;
}

/**
 * Asks WeChat by callbacks and answers by a promise: Taro wraps only the calls it knows from of old, and hands newer
 * ones through as they are.
 */
export function answered<Answer>(ask: (callbacks: Callbacks<Answer>) => unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    void ask({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) });
  });
}
