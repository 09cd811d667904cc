// The same projection in C, to measure the library against: hazards to what a step does, moves, joiners, closing heads,
// person-years, leavers by cause, birthdays, heads and full-time equivalents. Compiled by bench.ts when there is a gcc, as
// an addon of Node; the few functions of Node-API that it needs are declared here, so that no headers are needed.
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct env* napi_env;
typedef struct value* napi_value;
typedef struct info* napi_callback_info;
typedef napi_value (*napi_callback)(napi_env, napi_callback_info);
int napi_create_function(napi_env, const char*, size_t, napi_callback, void*, napi_value*);
int napi_set_named_property(napi_env, napi_value, const char*, napi_value);
int napi_get_cb_info(napi_env, napi_callback_info, size_t*, napi_value*, napi_value*, void**);
int napi_get_typedarray_info(napi_env, napi_value, int*, size_t*, void**, napi_value*, size_t*);

static double* numbers(napi_env env, napi_value value) {
  void* data = NULL;
  napi_get_typedarray_info(env, value, NULL, NULL, &data, NULL, NULL);
  return data;
}

static double* array(size_t n) { return aligned_alloc(64, (n * sizeof(double) + 63) / 64 * 64); }

// A year older and a year more of service; the last of both are open.
static void birthdays(double* heads, int A, int K) {
  double* last = heads + (A - 1) * K;
  for (int k = K - 1; k > 0; k--) last[k] = k == K - 1 ? last[k] + last[k - 1] : last[k - 1];
  if (K > 1) last[0] = 0;
  if (A == 1) return;
  for (int k = 0; k < K; k++) last[k + 1 < K ? k + 1 : k] += last[k - K];
  if (K == 1) memmove(heads + 1, heads, (A - 2) * sizeof(double));
  else {
    memmove(heads + K + 1, heads, (A - 2) * K * sizeof(double));
    heads[K] = 0;
    for (double* at = heads + K; at < last; at += K) {
      at[K - 1] += at[K];
      at[K] = 0;
    }
  }
  memset(heads, 0, K * sizeof(double));
}

// sizes: pools, entries (sex and age), tenures, ages, years, moves; moves: from, to.
// out: supply by (date, pool), then leaving, retiring, dying, moved by (year, pool).
static void run(const double* sizes, const double* leaving, const double* retiring, const double* dying,
                const double* moves, const double* hazards, const double* opening, const double* recruits,
                const double* profiles, const double* fte, double* out) {
  const int P = sizes[0], E = sizes[1], K = sizes[2], A = sizes[3], Y = sizes[4], M = sizes[5];
  const int cells = E * K, n = P * cells, m = P * E;
  double* total = array(n);
  double* stay = array(n);
  double* lived = array(n);
  double* joined = array(n);
  double* heads = array(n);
  double* years = array(n);
  double* joinerStay = array(m);
  double* joinerLived = array(m);
  double* joiners = array(m);
  double* perHead = array((size_t)M * cells);
  double* matrix = array((size_t)P * P * E);
  char* filled = calloc((size_t)P * P, 1);

  for (int c = 0; c < n; c++) total[c] = leaving[c] + retiring[c] + dying[c];
  for (int v = 0; v < M; v++) {
    const int from = moves[2 * v];
    for (int c = 0; c < cells; c++) total[from * cells + c] += hazards[v * cells + c];
  }
  for (int c = 0; c < n; c++) {
    const double u = total[c];
    const double S = exp(-u);
    // Below this the direct form loses digits; five terms are enough there.
    const double small = 1 - u / 2 + u * u / 6 - u * u * u / 24 + u * u * u * u / 120;
    const double half = 0.5 - u / 6 + u * u / 24 - u * u * u / 120 + u * u * u * u / 720;
    const double direct = (1 - S) / u;
    const double A1 = u < 1e-3 ? small : direct;
    stay[c] = S;
    lived[c] = A1;
    joined[c] = u < 1e-3 ? half : (1 - A1) / u;
  }
  for (int i = 0; i < m; i++) {
    joinerStay[i] = lived[i * K];
    joinerLived[i] = joined[i * K];
  }
  for (int p = 0; p < P; p++) filled[p * P + p] = 1;
  memset(matrix, 0, (size_t)P * P * E * sizeof(double));
  for (int p = 0; p < P; p++)
    for (int i = 0; i < E; i++) matrix[(p * P + p) * E + i] = 1;
  for (int v = 0; v < M; v++) {
    const int from = moves[2 * v], to = moves[2 * v + 1];
    filled[to * P + from] = 1;
    for (int c = 0; c < cells; c++) perHead[v * cells + c] = hazards[v * cells + c] * lived[from * cells + c];
    for (int i = 0; i < E; i++)
      matrix[(to * P + from) * E + i] -= hazards[v * cells + i * K] * joinerLived[from * E + i];
  }
  for (int col = 0; col < P; col++)
    for (int row = col + 1; row < P; row++) {
      if (!filled[row * P + col]) continue;
      double* factor = matrix + (row * P + col) * E;
      const double* pivot = matrix + (col * P + col) * E;
      for (int i = 0; i < E; i++) factor[i] /= pivot[i];
      for (int other = col + 1; other < P; other++) {
        if (!filled[col * P + other]) continue;
        filled[row * P + other] = 1;
        double* target = matrix + (row * P + other) * E;
        const double* above = matrix + (col * P + other) * E;
        for (int i = 0; i < E; i++) target[i] -= factor[i] * above[i];
      }
    }
  for (int p = 0; p < P; p++)
    for (int i = 0; i < E; i++) matrix[(p * P + p) * E + i] = 1 / matrix[(p * P + p) * E + i];

  memcpy(heads, opening, n * sizeof(double));
  double* supply = out;
  double* flows = out + (Y + 1) * P;
  for (int y = 0; y <= Y; y++) {
    for (int p = 0; p < P; p++) {
      double worked = 0;
      for (int i = 0; i < E; i++) {
        double here = 0;
        for (int k = 0; k < K; k++) here += heads[p * cells + i * K + k];
        worked += here * fte[p * E + i];
      }
      supply[y * P + p] = worked;
    }
    if (y == Y) break;
    for (int p = 0; p < P; p++)
      for (int i = 0; i < E; i++) joiners[p * E + i] = recruits[y * P + p] * profiles[p * E + i];
    for (int v = 0; v < M; v++) {
      const int from = moves[2 * v], to = moves[2 * v + 1];
      for (int i = 0; i < E; i++) {
        double moved = 0;
        for (int k = 0; k < K; k++) moved += perHead[v * cells + i * K + k] * heads[from * cells + i * K + k];
        joiners[to * E + i] += moved;
      }
    }
    for (int col = 0; col < P; col++)
      for (int row = col + 1; row < P; row++)
        if (filled[row * P + col])
          for (int i = 0; i < E; i++) joiners[row * E + i] -= matrix[(row * P + col) * E + i] * joiners[col * E + i];
    for (int row = P - 1; row >= 0; row--) {
      for (int col = row + 1; col < P; col++)
        if (filled[row * P + col])
          for (int i = 0; i < E; i++) joiners[row * E + i] -= matrix[(row * P + col) * E + i] * joiners[col * E + i];
      for (int i = 0; i < E; i++) joiners[row * E + i] *= matrix[(row * P + row) * E + i];
    }
    for (int c = 0; c < n; c++) {
      years[c] = heads[c] * lived[c];
      heads[c] *= stay[c];
    }
    for (int i = 0; i < m; i++) {
      heads[i * K] += joiners[i] * joinerStay[i];
      years[i * K] += joiners[i] * joinerLived[i];
    }
    for (int p = 0; p < P; p++) {
      double left = 0, retired = 0, died = 0;
      for (int c = p * cells; c < (p + 1) * cells; c++) {
        left += years[c] * leaving[c];
        retired += years[c] * retiring[c];
        died += years[c] * dying[c];
      }
      double* of = flows + (y * P + p) * 4;
      of[0] = left;
      of[1] = retired;
      of[2] = died;
      of[3] = 0;
    }
    for (int v = 0; v < M; v++) {
      const int from = moves[2 * v];
      double moved = 0;
      for (int c = 0; c < cells; c++) moved += years[from * cells + c] * hazards[v * cells + c];
      flows[(y * P + from) * 4 + 3] += moved;
    }
    for (int s = 0; s < m / A; s++) birthdays(heads + s * A * K, A, K);
  }
  free(total), free(stay), free(lived), free(joined), free(heads), free(years), free(joinerStay), free(joinerLived);
  free(joiners), free(perHead), free(matrix), free(filled);
}

static napi_value project(napi_env env, napi_callback_info info) {
  size_t count = 11;
  napi_value args[11];
  napi_get_cb_info(env, info, &count, args, NULL, NULL);
  run(numbers(env, args[0]), numbers(env, args[1]), numbers(env, args[2]), numbers(env, args[3]),
      numbers(env, args[4]), numbers(env, args[5]), numbers(env, args[6]), numbers(env, args[7]),
      numbers(env, args[8]), numbers(env, args[9]), numbers(env, args[10]));
  return NULL;
}

napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value made;
  napi_create_function(env, "project", 7, project, NULL, &made);
  napi_set_named_property(env, exports, "project", made);
  return exports;
}
