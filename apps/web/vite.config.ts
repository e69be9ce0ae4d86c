import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = process.env['API_URL'] ?? 'http://localhost:3000';

/** dkfds declares every font in four formats (one of which makes browsers fetch .eot); fonts.css declares the two we use. */
const withoutDesignSystemFonts: Plugin = {
  name: 'without-design-system-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('dkfds') || !id.split('?')[0]?.endsWith('.css')) return undefined;
    return code.replace(/@font-face\s*\{[^}]*\}/g, '');
  },
};

/** Scripts of server pages: src/page-scripts/<name>.ts → /assets/page-<name>.js, named without hash for the server. */
function pageScripts(): Record<string, string> {
  const folder = fromHere('src/page-scripts');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file)) : [];
  return Object.fromEntries(files.map((file) => [`page-${file.slice(0, -3)}`, `${folder}/${file}`]));
}

const sameHost = { target: api, changeOrigin: false };
const proxy = { '/api': sameHost, '/l': sameHost, '/socket': { ...sameHost, ws: true } };

export default defineConfig({
  root: fromHere('.'),
  plugins: [withoutDesignSystemFonts, react()],
  resolve: { alias: { '#libs/api-schema': fromHere('../../libs/api-schema/src/index.ts') } },
  build: {
    outDir: fromHere('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // A shape that no page uses is left out: building schemas has no effect beyond their names.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/api-schema\//, sideEffects: false }] },
      input: { index: fromHere('index.html'), ...pageScripts() },
      output: {
        entryFileNames: ({ name }) =>
          name.startsWith('page-') ? 'assets/[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { proxy },
  preview: { proxy },
});
