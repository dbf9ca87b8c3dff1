import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { automationOf } from './automation.ts';
import { WorkbenchPage } from './components/workbench-page.tsx';
import { Application } from './session/application.ts';
import './styles/page.css';
import './styles/grid.css';
import './styles/overlay.css';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
const application = new Application({ theme: prefersDark ? 'dark' : 'light', webLimits: false });

Object.defineProperty(window, 'workbench', { value: automationOf(application) });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <WorkbenchPage application={application} />
    </StrictMode>,
  );
}
