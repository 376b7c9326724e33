// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @title When a batch of credentials existed, and on whose word
/// @notice Holds Merkle roots and status-list digests. Never a name, nor a hash that could be linked to a person.
interface ICredentialAnchor {
    struct Anchor {
        address issuer; // zero when the root was never anchored
        uint48 anchoredAt;
        uint8 kind;
    }

    struct StatusRecord {
        bytes32 digest; // SHA-256 of the list credential's canonical JSON (RFC 8785)
        uint48 recordedAt;
    }

    event RootAnchored(bytes32 indexed root, address indexed issuer);
    event StatusListPublished(address indexed issuer, bytes32 indexed list, bytes32 digest);

    error CredentialAnchorNotAccredited(address issuer, uint8 kind);
    error CredentialAnchorAlreadyAnchored(bytes32 root);
    error CredentialAnchorRootInvalid(bytes32 root);
    error CredentialAnchorDigestInvalid(bytes32 digest);

    /// @notice Records that every credential under `root` existed at this block, issued by the caller as `kind`.
    function anchor(bytes32 root, uint8 kind) external;

    /// @notice Records the digest of the caller's status list as published now. `list` is keccak256 of its address.
    function publishStatusList(bytes32 list, bytes32 digest) external;

    /// @notice Who anchored `root`, when and for which kind of credential.
    function anchorOf(bytes32 root) external view returns (Anchor memory);

    /// @notice Every digest `issuer` published for `list`, oldest first.
    function statusListsOf(address issuer, bytes32 list) external view returns (StatusRecord[] memory);

    /// @notice Whether the credential with this digest and salt stands under an anchored `root`. The leaf is computed
    /// here, never accepted: an inner node cannot pass for a leaf.
    function isAnchored(bytes32 root, bytes32 salt, bytes32 credentialDigest, bytes32[] calldata path) external view returns (bool);
}
