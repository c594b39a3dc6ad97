import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { common } from '../copy/common';

/** Keeps a page that broke from taking the whole console with it. Reloading also fetches a newer build. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Alert
        type="error"
        role="alert"
        title={common.page.brokenTitle}
        description={
          <div className="stack-tight">
            <p>{common.page.broken}</p>
            <div>
              <Button onClick={() => window.location.reload()}>{common.reload}</Button>
            </div>
          </div>
        }
      />
    );
  }
}
