import { warm } from './engine/client.ts';
import { restoreTheme } from './state/theme.ts';
import { ownScript } from './trusted.ts';

// The engine's worker starts while the page itself is still read, and drawn.
warm();
restoreTheme();
void import('./elements/app/app.ts');

// After the first picture, and not in a frame of somebody else's page.
if (import.meta.env.PROD && 'serviceWorker' in navigator && isSecureContext && window === window.top) {
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register(ownScript('./sw.js')).catch(() => undefined), 3000));
}
