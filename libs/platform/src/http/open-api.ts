import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The published API, described by the application's own controllers and schemas. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Rygrad')
    .setDescription(
      'Errors are problem documents (RFC 9457) with a stable code. Lists are paged by cursor. Edits name the version they are based on (If-Match). A POST with an Idempotency-Key happens once.',
    )
    .setVersion('1')
    .setLicense('MPL-2.0', 'https://www.mozilla.org/MPL/2.0/')
    .addCookieAuth('rygrad_session')
    .build();
  return SwaggerModule.createDocument(app, settings);
}

/** Serves the description at /api/openapi.json and as pages at /docs; it is made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rygrad API',
  });
}
