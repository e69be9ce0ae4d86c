import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Announcer } from './kit/live-region.js';
import { LanguageProvider } from './language/language-provider.js';
import { queries, router } from './router.js';
import '../../../node_modules/dkfds/dist/css/dkfds.css';
import './styles/index.css';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <Announcer>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Announcer>
    </LanguageProvider>
  </StrictMode>,
);
