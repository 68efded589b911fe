package dev.syncline.system.http.signin;

import java.time.Duration;

/**
 * What a token endpoint answers.
 *
 * @param refreshToken to be used the next time; null if it gives none
 */
record TokenAnswer(String token, Duration life, String refreshToken) {}
