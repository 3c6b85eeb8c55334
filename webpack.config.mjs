import path from 'node:path';
import { fileURLToPath } from 'node:url';
import GasPlugin from 'gas-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Leaves out what is never called, and shortens the rest: a project must stay under a megabyte. */
const shorter = new TerserPlugin({
  extractComments: false,
  terserOptions: {
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
    format: { semicolons: false, comments: 'some' },
  },
});

/** One Apps Script project: an entry file whose `global.name = name` lines become its functions. */
function project(name) {
  return {
    name,
    mode: 'production',
    context: root,
    entry: `./src/${name}.ts`,
    output: {
      path: path.join(root, 'dist', name),
      filename: `${name}.js`,
      environment: { arrowFunction: true, const: true },
    },
    // “web” only chooses how the file is wrapped; no browser global is used.
    target: ['web', 'es2020'],
    resolve: { extensions: ['.ts', '.js'], conditionNames: ['import', 'default'] },
    module: {
      rules: [
        { test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2020' } },
        // What is inside a library nobody reads here.
        {
          test: /\.m?js$/,
          loader: 'esbuild-loader',
          options: { target: 'es2020', minifyIdentifiers: true, minifySyntax: true },
        },
        {
          test: /[/\\](networks|imports|postbacks)[/\\][^/\\]+\.ts$/,
          enforce: 'pre',
          loader: path.join(root, 'scripts/without-sources.cjs'),
        },
        { test: /\.mjml$/, loader: path.join(root, 'scripts/mail-loader.cjs') },
        { test: /\.html$/, type: 'asset/source' },
      ],
    },
    optimization: { minimizer: [shorter] },
    performance: { hints: false },
    plugins: [
      new GasPlugin({ autoGlobalExportsFiles: [] }),
      // Apps Script has no URL; robots-parser asks for one.
      new webpack.ProvidePlugin({ URL: 'core-js-pure/actual/url/index.js' }),
    ],
  };
}

export default [project('sheet'), project('gate')];
