// The browser of the tests: the system's Chromium, driven by playwright-core, which brings none of its own.
//   import { launch } from '../../.ci/browser.mjs';
//   const browser = await launch();
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of the browser, or undefined; the environment variable CHROMIUM goes first. */
export const chromium = () => [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));

// Chromium loads a page of its own for the list under its address bar whenever a page is opened, headless too: two seconds of
// processor time, spent beside the page under test. The last switch of this name counts, so that what playwright turns off is
// named again, as far as it matters here: pages and requests of the browser's own.
const without = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'PreconnectToSearch', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding',
  'DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'ThirdPartyStoragePartitioning',
];

/** It talks to the page under test and to nobody else. */
export const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', `--disable-features=${without}`,
];

export async function launch(options = {}) {
  const executablePath = chromium();
  if (!executablePath) throw new Error('There is no Chromium: install the package chromium, or name one in the variable CHROMIUM.');
  const playwright = await import('playwright-core');
  return playwright.chromium.launch({ executablePath, ...options, args: [...flags, ...(options.args ?? [])] });
}
