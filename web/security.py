"""What protects the pages: headers, cookies, forms that cannot be forged, sign-in and throttling."""

from flask import Flask, Response
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import user_logged_out
from flask_security import Security
from flask_security.views import login
from flask_wtf import CSRFProtect

from web.accounts.datastore import account_datastore
from web.accounts.sign_in import SignInForm, end_everywhere
from web.settings import WebSettings

limiter = Limiter(get_remote_address, storage_uri="memory://")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # The next site must not learn that somebody came from here; our own forms over HTTPS are checked by it.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def protect(app: Flask, settings: WebSettings) -> None:
    """Set all of it up on the application."""
    app.config.update(_config(settings))
    CSRFProtect(app)
    limiter.init_app(app)
    Security(app, account_datastore(), login_form=SignInForm)
    app.view_functions["security.login"] = sign_in
    user_logged_out.connect(end_everywhere, app)
    policy = _content_policy(settings)

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", policy)
        if not response.cache_control.public:
            # On a shared computer the back button must not bring a page back.
            response.headers.setdefault("Cache-Control", "no-store")
        return response


# Once for the process: every application made in it would count each try once more.
@limiter.limit("20 per minute", methods=["POST"], deduct_when=lambda answer: answer.status_code != 302)
def sign_in() -> ResponseReturnValue:
    """Only tries that failed count: one office behind one address may sign in all at once."""
    answer: ResponseReturnValue = login()
    return answer


def _content_policy(settings: WebSettings) -> str:
    images = "'self' data:"
    if settings.tiles_url:
        images += " " + "/".join(settings.tiles_url.replace("{s}", "*").split("/")[:3])
    return (
        f"default-src 'self'; img-src {images}; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _config(settings: WebSettings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.signing_key,
        "SECURITY_PASSWORD_SALT": f"{settings.signing_key}-passwords",
        "MAX_CONTENT_LENGTH": 64 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
        "SESSION_COOKIE_NAME": "waymark",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_SECURE": settings.https,
        "WTF_CSRF_TIME_LIMIT": 12 * 60 * 60,
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_SINGLE_HASH": ["argon2"],
        "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
        "SECURITY_URL_PREFIX": None,
        "SECURITY_LOGIN_URL": "/sign-in",
        "SECURITY_LOGOUT_URL": "/sign-out",
        "SECURITY_LOGOUT_METHODS": ["POST"],
        "SECURITY_LOGIN_USER_TEMPLATE": "pages/sign_in/sign_in.html",
        "SECURITY_POST_LOGIN_VIEW": "/my-work",
        "SECURITY_POST_LOGOUT_VIEW": "/",
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_SEND_REGISTER_EMAIL": False,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
    }
