import './without-eval.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { areas } from './areas.js';
import { Announcer } from './kit/live-region.js';
import { LanguageProvider } from './language/language-provider.js';
import { queries, router } from './router.js';
import { NavigationLines } from './shell/area.js';
import '../../../node_modules/dkfds/dist/css/dkfds.css';
import './styles/index.css';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

const navigation = areas.flatMap((area) => (area.navigation ? [area.navigation] : []));

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <Announcer>
        <QueryClientProvider client={queries}>
          <NavigationLines value={navigation}>
            <RouterProvider router={router} />
          </NavigationLines>
        </QueryClientProvider>
      </Announcer>
    </LanguageProvider>
  </StrictMode>,
);
